"""What is changed in a register: permission, change, audit."""
