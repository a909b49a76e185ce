package io.countersign.mail.jdbc;

import io.countersign.shared.db.TestDatabases;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class H2ImportTest extends ImportContract {
    H2ImportTest(@TempDir Path folder) {
        super(folder, new ImportHome(folder, TestDatabases.h2()));
    }
}
