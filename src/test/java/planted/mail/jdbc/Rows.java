package planted.mail.jdbc;

/** What a route must not read by itself. */
public final class Rows {
    public int count() {
        return 0;
    }
}
