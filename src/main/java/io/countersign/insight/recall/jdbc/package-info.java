/** The evidence for recall in H2 or PostgreSQL. */
@NullMarked
package io.countersign.insight.recall.jdbc;

import org.jspecify.annotations.NullMarked;
