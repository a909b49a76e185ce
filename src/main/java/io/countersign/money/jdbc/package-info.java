/** Money in the database. */
@NullMarked
package io.countersign.money.jdbc;

import org.jspecify.annotations.NullMarked;
