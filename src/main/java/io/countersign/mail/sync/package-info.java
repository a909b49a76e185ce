/** Mailboxes on this computer that are read again and again, for what is new in them. */
@NullMarked
package io.countersign.mail.sync;

import org.jspecify.annotations.NullMarked;
