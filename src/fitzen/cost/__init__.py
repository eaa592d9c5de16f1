"""What Fitzen costs on AWS, from a table of prices, what people do, and what was measured; it asks AWS nothing."""
