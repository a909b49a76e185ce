/** The database: settings, connections, migrations, transactions. */
@NullMarked
package io.countersign.shared.db;

import org.jspecify.annotations.NullMarked;
