package io.countersign.approval;

import io.countersign.shared.db.DatabaseSettings;
import java.util.UUID;

final class H2CalibrationUpgradeTest extends CalibrationUpgradeContract {
    private final String name = "upgrade-" + UUID.randomUUID();

    @Override
    DatabaseSettings settings() {
        return new DatabaseSettings.InMemory(name);
    }

    @Override
    String url() {
        return "jdbc:h2:mem:" + name
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1";
    }

    @Override
    String dialect() {
        return "h2";
    }

    @Override
    String user() {
        return "";
    }
}
