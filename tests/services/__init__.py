"""Tests of what people do, through the services and a real register."""
