/** Jobs on db-scheduler: who runs what when, in H2 or PostgreSQL. */
@NullMarked
package io.countersign.job.jdbc;

import org.jspecify.annotations.NullMarked;
