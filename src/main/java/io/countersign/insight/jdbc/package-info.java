/** Policy statistics from H2 or PostgreSQL. */
@NullMarked
package io.countersign.insight.jdbc;

import org.jspecify.annotations.NullMarked;
