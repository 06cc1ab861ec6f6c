"""The app's front door: ``streamlit run app.py -- FOLDER``, where FOLDER is a corpus or holds several.

Everything is drawn by ``screens/``. Nothing is imported before the check below, because the child process that draws pages
imports this file again.
"""

import sys

if __name__ == "__main__":
    from screens.front import show

    show(sys.argv[1:])
