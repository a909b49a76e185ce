package planted.api;

import planted.mail.jdbc.Rows;

/** Breaks: api asks services, never the database. */
final class RowRoutes {
    int count(Rows rows) {
        return rows.count();
    }
}
