"""Find the names in a text and who or what each stands for."""
