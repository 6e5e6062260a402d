"""The foundation of the site: design system, offers, exports, letters, trail, sealed fields, files, jobs."""
