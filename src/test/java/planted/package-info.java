/** Classes that break the architecture on purpose: they prove that each rule can fail. */
@NullMarked
package planted;

import org.jspecify.annotations.NullMarked;
