"""What a PEP asks: forms, sections, questions, kinds, conditions and answers, as plain data.

Everything else - the wizard, Word, PDF, exports, imports, reports - is derived from what stands
here. Standard library and python-stdnum only: no Django, no settings, no translation.
"""
