"""The door: home, help, errors, language, navigation; mounts every room's pages."""
