"""Front matter held to a JSON Schema of the team's own."""
