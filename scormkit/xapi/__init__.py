"""What the course is in the terms of xAPI: its activities now; its profile and statement templates build on them."""
