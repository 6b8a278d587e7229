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
     * Rows of numbers, most of them 0.
     *
     * @param starts where the entries of each row start, and behind the last one where they end
     * @param columns in which column each entry stands
     * @param values the entries
     * @param width how many columns there are
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Rows(int[] starts, int[] columns, float[] values, int width) {
        int height() {
            return starts.length - 1;
        }

        /** These rows times a matrix. */
        DMatrixRMaj times(DMatrixRMaj right) {
            int wide = right.numCols;
            DMatrixRMaj product = new DMatrixRMaj(height(), wide);
            for (int row = 0; row < height(); row++) {
                int at = row * wide;
                for (int entry = starts[row]; entry < starts[row + 1]; entry++) {
                    addTimes(right.data, columns[entry] * wide, values[entry], product.data, at, wide);
                }
            }
            return product;
        }

        /** These rows, as columns, times a matrix. */
        DMatrixRMaj transposedTimes(DMatrixRMaj right) {
            int wide = right.numCols;
            DMatrixRMaj product = new DMatrixRMaj(width, wide);
            for (int row = 0; row < height(); row++) {
                int at = row * wide;
                for (int entry = starts[row]; entry < starts[row + 1]; entry++) {
                    addTimes(right.data, at, values[entry], product.data, columns[entry] * wide, wide);
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
        Random random = new Random(seed);
        DMatrixRMaj start = new DMatrixRMaj(rows.width(), wide);
        for (int i = 0; i < start.data.length; i++) {
            start.data[i] = random.nextGaussian();
        }
        DMatrixRMaj range = orthonormal(rows.times(start));
        for (int round = 0; round < ROUNDS; round++) {
            breath.run();
            DMatrixRMaj words = rows.transposedTimes(range);
            breath.run();
            DMatrixRMaj texts = rows.times(words);
            breath.run();
            range = orthonormal(texts);
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

    private static int[] strongestFirst(EigenDecomposition_F64<DMatrixRMaj> eigen, int size) {
        return IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparingDouble(
                        (Integer i) -> -eigen.getEigenvalue(i).getReal()))
                .mapToInt(i -> i)
                .toArray();
    }

    private static DMatrixRMaj orthonormal(DMatrixRMaj matrix) {
        QRDecomposition<DMatrixRMaj> qr = DecompositionFactory_DDRM.qr(matrix.numRows, matrix.numCols);
        if (!qr.decompose(matrix.copy())) {
            // Where texts repeat each other there are fewer directions than columns, for which pivots are needed.
            qr = DecompositionFactory_DDRM.qrp(matrix.numRows, matrix.numCols);
            if (!qr.decompose(matrix.copy())) {
                throw new IllegalStateException("no range is found among " + matrix.numRows + " texts");
            }
        }
        return qr.getQ(null, true);
    }
}
