/** Answers from what is stored and from sentences of mails; nothing here changes anything. */
@NullMarked
package io.countersign.ask.answering;

import org.jspecify.annotations.NullMarked;
