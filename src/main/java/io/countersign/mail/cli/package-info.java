/** The commands that bring mail in. */
@NullMarked
package io.countersign.mail.cli;

import org.jspecify.annotations.NullMarked;
