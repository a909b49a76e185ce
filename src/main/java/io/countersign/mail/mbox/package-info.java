/** Mail out of mbox files, plain, gzipped or inside a Google Takeout archive. */
@NullMarked
package io.countersign.mail.mbox;

import org.jspecify.annotations.NullMarked;
