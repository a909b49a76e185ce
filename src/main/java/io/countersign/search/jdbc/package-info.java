/** Saved searches in the database. */
@NullMarked
package io.countersign.search.jdbc;

import org.jspecify.annotations.NullMarked;
