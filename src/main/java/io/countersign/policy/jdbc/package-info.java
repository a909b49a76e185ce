/** Policies in H2 or PostgreSQL. */
@NullMarked
package io.countersign.policy.jdbc;

import org.jspecify.annotations.NullMarked;
