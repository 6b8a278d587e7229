package dev.byline.ranking.testkit;

import dev.byline.ranking.LeftOut;
import java.util.List;
import org.assertj.core.api.AbstractAssert;

/** What can be asserted of articles that were kept out of a list. */
public final class LeftOutAssert extends AbstractAssert<LeftOutAssert, List<LeftOut>> {
    private final ExplainedListAssert list;

    LeftOutAssert(ExplainedListAssert list, List<LeftOut> leftOut) {
        super(leftOut, LeftOutAssert.class);
        this.list = list;
    }

    /** Asserts that this rule kept each of them out. */
    public LeftOutAssert because(String rule) {
        for (LeftOut one : actual) {
            if (!one.rule().equals(rule)) {
                throw list.leftOutBroken(
                        "Expecting " + one.article() + " to be left out because of " + rule + ", but it is because of "
                                + one.rule(),
                        one.article());
            }
        }
        return this;
    }

    /** Back to the whole list. */
    public ExplainedListAssert and() {
        return list;
    }
}
