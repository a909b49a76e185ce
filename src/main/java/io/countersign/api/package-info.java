/** The local API: what a route is, what it is asked and what it answers. Nothing here knows the server library. */
@NullMarked
package io.countersign.api;

import org.jspecify.annotations.NullMarked;
