/** Followed mailboxes, in the window. */
@NullMarked
package io.countersign.mail.sync.ui;

import org.jspecify.annotations.NullMarked;
