/** What a language model writes: asked for with mail as mere data, cleaned, and held against the mails that it cites. */
@NullMarked
package io.countersign.ask.written;

import org.jspecify.annotations.NullMarked;
