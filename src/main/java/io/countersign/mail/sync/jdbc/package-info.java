/** Followed mailboxes in H2 or PostgreSQL. */
@NullMarked
package io.countersign.mail.sync.jdbc;

import org.jspecify.annotations.NullMarked;
