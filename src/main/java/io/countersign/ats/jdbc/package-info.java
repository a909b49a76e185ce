/** Applications in the database. */
@NullMarked
package io.countersign.ats.jdbc;

import org.jspecify.annotations.NullMarked;
