package io.countersign.ats.jdbc;

import java.sql.SQLException;
import java.util.UUID;

final class H2WarehouseViewTest extends WarehouseViewContract {
    H2WarehouseViewTest() throws SQLException {
        super(new Source("jdbc:h2:mem:warehouse-" + UUID.randomUUID(), "reader", "secret"));
    }
}
