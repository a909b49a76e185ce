/** Proposals, decisions and the journal in H2 or PostgreSQL. */
@NullMarked
package io.countersign.approval.jdbc;

import org.jspecify.annotations.NullMarked;
