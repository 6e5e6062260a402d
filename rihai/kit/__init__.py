"""The foundation of the site: design system, offers, exports, letters, due dates, audit trail, sealed fields, files, jobs."""
