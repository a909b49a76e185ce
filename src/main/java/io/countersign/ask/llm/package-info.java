/** The only package that knows a language model. */
@NullMarked
package io.countersign.ask.llm;

import org.jspecify.annotations.NullMarked;
