/** Mail in the database. */
@NullMarked
package io.countersign.mail.jdbc;

import org.jspecify.annotations.NullMarked;
