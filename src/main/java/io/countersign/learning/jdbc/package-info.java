/** Learned weights in H2 or PostgreSQL. */
@NullMarked
package io.countersign.learning.jdbc;

import org.jspecify.annotations.NullMarked;
