/** Mail out of Maildir trees. */
@NullMarked
package io.countersign.mail.maildir;

import org.jspecify.annotations.NullMarked;
