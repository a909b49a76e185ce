/** Trust in policies from H2 or PostgreSQL. */
@NullMarked
package io.countersign.approval.trust.jdbc;

import org.jspecify.annotations.NullMarked;
