"""Looks at every figure of a notebook before it is shown and closed; see run_notebooks.py."""
import matplotlib.pyplot as plt
import numpy
from IPython import get_ipython
from matplotlib.collections import PathCollection

#: For each figure so far, the numbers of its axes in which nothing is drawn.
empty_axes = []


def begin():
    """Begins to look."""

    def look():
        for number in plt.get_fignums():
            figure = plt.figure(number)
            shown = [axes for axes in figure.axes if axes.get_visible()]
            empty_axes.append([i for i, axes in enumerate(shown, 1) if not draws(axes)] if shown else [0])

    def show(*arguments, _shown=plt.show, **named):
        look()
        _shown(*arguments, **named)

    plt.show = show
    # What is shown without being asked for is shown after this.
    get_ipython().events.register("post_execute", look)


def draws(axes):
    """Whether data is drawn: lines across the axes, fields behind them, texts and legends are none."""
    # A line or field across the axes has a transform that is equal to transData, and not the same.
    lines = [line for line in axes.lines if line.get_transform() is axes.transData]
    if any(finite(line.get_xdata()) and finite(line.get_ydata()) for line in lines):
        return True
    for shapes in axes.collections:
        # A scatter's paths are its markers; where they go is in its offsets.
        if isinstance(shapes, PathCollection):
            if finite(shapes.get_offsets()):
                return True
        elif any(finite(path.vertices) for path in shapes.get_paths()):
            return True
    bars = [bar for bars in axes.containers for bar in bars if hasattr(bar, "get_height")]
    if any(bar.get_height() and bar.get_width() for bar in bars):
        return True
    return any(finite(image.get_array()) for image in axes.images)


def finite(values):
    """Whether there is one number among them, neither absent nor masked."""
    values = numpy.ma.masked_invalid(numpy.ma.asarray(values, dtype=float))
    return values.count() > 0
