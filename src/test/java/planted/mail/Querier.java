package planted.mail;

import org.jdbi.v3.core.Jdbi;

/** Breaks: only jdbc, shared.db and app know SQL. */
public record Querier(Jdbi jdbi) {}
