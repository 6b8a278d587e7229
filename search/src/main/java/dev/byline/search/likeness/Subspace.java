package dev.byline.search.likeness;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.ejml.interfaces.decomposition.QRDecomposition;

/**
 * The directions in which the rows of a sparse matrix differ most: its right singular vectors, by randomised subspace
 * iteration (Halko, Martinsson, Tropp: Finding structure with randomness, 2011, algorithms 4.4 and 5.1). The same rows and
 * seed give the same result, bit for bit.
 */
final class Subspace {
    private static final int SPARE = 20;
    private static final int ROUNDS = 2;

    private Subspace() {}

    /**
     * Texts as rows of numbers, most of them 0, each row of length 1: {@linkplain Directions#weight weights} of words.
     *
     * <p>What takes the most room is kept in the least, and each number is worked out whenever it is needed.
     *
     * @param entries of each row in turn, the column and how often the word is in the text
     * @param telling how much the word of each column tells
     * @param lengths of the rows before they were made 1
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Rows(char[][] entries, float[] telling, float[] lengths) {
        static Rows of(char[][] entries, float[] telling) {
            float[] lengths = new float[entries.length];
            for (int row = 0; row < lengths.length; row++) {
                double squares = 0;
                for (int at = 0; at < entries[row].length; at += 2) {
                    float weight = Directions.weight(entries[row][at + 1], telling[entries[row][at]]);
                    squares += (double) weight * weight;
                }
                lengths[row] = (float) Math.sqrt(squares);
            }
            return new Rows(entries, telling, lengths);
        }

        int height() {
            return entries.length;
        }

        int width() {
            return telling.length;
        }

        /** These rows times a matrix, in the place of what was in the product. */
        void times(DMatrixRMaj right, DMatrixRMaj product) {
            int wide = right.numCols;
            product.zero();
            for (int row = 0; row < height(); row++) {
                char[] own = entries[row];
                for (int at = 0; at < own.length; at += 2) {
                    if (telling[own[at]] > 0) {
                        float value = Directions.weight(own[at + 1], telling[own[at]]) / lengths[row];
                        addTimes(right.data, own[at] * wide, value, product.data, row * wide, wide);
                    }
                }
            }
        }

        /** These rows, as columns, times a matrix. */
        DMatrixRMaj transposedTimes(DMatrixRMaj right) {
            int wide = right.numCols;
            DMatrixRMaj product = new DMatrixRMaj(width(), wide);
            for (int row = 0; row < height(); row++) {
                char[] own = entries[row];
                for (int at = 0; at < own.length; at += 2) {
                    if (telling[own[at]] > 0) {
                        float value = Directions.weight(own[at + 1], telling[own[at]]) / lengths[row];
                        addTimes(right.data, row * wide, value, product.data, own[at] * wide, wide);
                    }
                }
            }
            return product;
        }

        private static void addTimes(double[] from, int start, double factor, double[] to, int at, int length) {
            for (int i = 0; i < length; i++) {
                to[at + i] += factor * from[start + i];
            }
        }
    }

    /**
     * The most telling directions, strongest first.
     *
     * @param most how many; less where the matrix has fewer
     * @return for each column its coordinates in these directions
     */
    static float[][] directions(Rows rows, int most, long seed, Runnable breath) {
        int wide = Math.min(Math.min(rows.height(), rows.width()), most + SPARE);
        int kept = Math.min(most, wide);
        if (kept == 0) {
            return new float[rows.width()][0];
        }
        // Always the same one: it is as large as all else together.
        DMatrixRMaj range = new DMatrixRMaj(rows.height(), wide);
        rows.times(random(rows.width(), wide, seed), range);
        orthonormalize(range);
        for (int round = 0; round < ROUNDS; round++) {
            breath.run();
            rows.times(rows.transposedTimes(range), range);
            breath.run();
            orthonormalize(range);
        }
        // What is left is small: the rows seen from that range, whose squares have the directions.
        DMatrixRMaj seen = rows.transposedTimes(range);
        DMatrixRMaj squares = new DMatrixRMaj(wide, wide);
        CommonOps_DDRM.multTransA(seen, seen, squares);
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(wide, true, true);
        if (!eigen.decompose(squares)) {
            throw new IllegalStateException("no directions are found among " + rows.height() + " texts");
        }
        int[] order = strongestFirst(eigen, wide);
        float[][] directions = new float[rows.width()][kept];
        for (int direction = 0; direction < kept; direction++) {
            double square = eigen.getEigenvalue(order[direction]).getReal();
            DMatrixRMaj vector = eigen.getEigenVector(order[direction]);
            // A direction in which nothing lies has no length.
            double scale = vector == null || square < 1e-12 ? 0 : 1 / Math.sqrt(square);
            for (int column = 0; column < rows.width() && scale > 0; column++) {
                double sum = 0;
                for (int i = 0; i < wide; i++) {
                    sum += seen.data[column * wide + i] * vector.data[i];
                }
                directions[column][direction] = (float) (sum * scale);
            }
        }
        return directions;
    }

    private static DMatrixRMaj random(int height, int wide, long seed) {
        Random random = new Random(seed);
        DMatrixRMaj matrix = new DMatrixRMaj(height, wide);
        for (int i = 0; i < matrix.data.length; i++) {
            matrix.data[i] = random.nextGaussian();
        }
        return matrix;
    }

    private static int[] strongestFirst(EigenDecomposition_F64<DMatrixRMaj> eigen, int size) {
        return IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparingDouble(
                        (Integer i) -> -eigen.getEigenvalue(i).getReal()))
                .mapToInt(i -> i)
                .toArray();
    }

    private static void orthonormalize(DMatrixRMaj matrix) {
        QRDecomposition<DMatrixRMaj> qr = DecompositionFactory_DDRM.qr(matrix.numRows, matrix.numCols);
        if (!qr.decompose(unlessKept(qr, matrix))) {
            // Where texts repeat each other there are fewer directions than columns, for which pivots are needed.
            qr = DecompositionFactory_DDRM.qrp(matrix.numRows, matrix.numCols);
            if (!qr.decompose(unlessKept(qr, matrix))) {
                throw new IllegalStateException("no range is found among " + matrix.numRows + " texts");
            }
        }
        qr.getQ(matrix, true);
    }

    private static DMatrixRMaj unlessKept(QRDecomposition<DMatrixRMaj> qr, DMatrixRMaj matrix) {
        return qr.inputModified() ? matrix.copy() : matrix;
    }
}
