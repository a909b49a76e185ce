/** What stored mail says about senders. */
@NullMarked
package io.countersign.classify.jdbc;

import org.jspecify.annotations.NullMarked;
