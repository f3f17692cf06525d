"""Pure values and rules: values in, values out."""
