package io.countersign.mail.jdbc;

import io.countersign.shared.db.Database;
import io.countersign.shared.db.TestDatabases;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class PostgresImportTest extends ImportContract {
    PostgresImportTest(@TempDir Path folder) {
        super(folder, home(folder, TestDatabases.postgres()));
    }

    private static ImportHome home(Path folder, Database database) {
        return new ImportHome(folder, database, new JdbcRawMailStore(database));
    }
}
