"""The xAPI Profile of a course (xAPI Profiles 1.0): what its packages say, written down so that anyone can check it."""
