/** What a question means, read by the words of {@code ask/}: no mail is looked at here. */
@NullMarked
package io.countersign.ask.reading;

import org.jspecify.annotations.NullMarked;
