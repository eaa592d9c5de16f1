"""A day on Fargate, simulated: requests with measured service times, autoscaling, and what can go wrong."""
