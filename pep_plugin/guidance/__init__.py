"""What everyone may read about Personal Education Plans: the council's guidance pages."""
