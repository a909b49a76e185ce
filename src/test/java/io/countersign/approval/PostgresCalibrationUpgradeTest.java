package io.countersign.approval;

import io.countersign.shared.db.DatabaseSettings;
import io.countersign.shared.db.TestDatabases;
import java.util.Objects;

final class PostgresCalibrationUpgradeTest extends CalibrationUpgradeContract {
    private final String url =
            Objects.requireNonNull(TestDatabases.postgresEnvironment().get("COUNTERSIGN_DB_URL"));

    @Override
    DatabaseSettings settings() {
        return new DatabaseSettings.Remote(url, "postgres", "postgres");
    }

    @Override
    String url() {
        return url;
    }

    @Override
    String dialect() {
        return "postgresql";
    }

    @Override
    String user() {
        return "postgres";
    }
}
