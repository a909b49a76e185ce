package io.countersign.ats;

import java.util.List;

/** Reads applications from outside: a file, or a database. Blocking. */
public interface WarehouseReader {
    /**
     * All rows of it.
     *
     * @param fileOrUrl path of a file, or a JDBC URL
     * @throws io.countersign.shared.CountersignException when it cannot be read as a whole; the message names what is missing
     */
    List<WarehouseRow> read(String fileOrUrl);
}
