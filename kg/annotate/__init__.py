"""Reading German: one module a layer, each a plain function from what stands before it to frozen values."""
