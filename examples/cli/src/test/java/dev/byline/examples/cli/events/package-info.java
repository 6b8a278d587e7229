@NullMarked
package dev.byline.examples.cli.events;

import org.jspecify.annotations.NullMarked;
